import { LegalDocument } from './legal-document';

const SECTIONS = [
  'privacy.what',
  'privacy.why',
  'privacy.cookies',
  'privacy.who',
  'privacy.howLong',
  'privacy.rights',
  'privacy.contact',
] as const;

export function Page() {
  return <LegalDocument which="privacy" sections={SECTIONS} />;
}
