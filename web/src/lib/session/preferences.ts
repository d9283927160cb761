/** A language chosen in one tab is the language of all of them. */
import { changeLanguage } from '@/lib/i18n/i18n';
import { hear } from '@/lib/tabs/tabs';

export function watchPreferences(): void {
  hear((said, elsewhere) => {
    if (said.kind === 'language' && elsewhere) void changeLanguage(said.language);
  });
}
