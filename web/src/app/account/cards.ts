/** What stands on "my account", from top to bottom. Each card belongs to the feature whose data it shows. */
import type { ComponentType } from 'react';

import { AwayCard } from '@/features/directory/away-card';
import { ProfileCard } from '@/features/directory/profile-card';
import { CompaniesCard } from '@/features/identity/companies-card';
import { DevicesCard } from '@/features/identity/devices-card';
import { PasswordCard } from '@/features/identity/password-card';
import { PreferencesCard } from '@/features/notifications/preferences-card';

export const ACCOUNT_CARDS: ComponentType[] = [
  ProfileCard,
  AwayCard,
  PreferencesCard,
  PasswordCard,
  DevicesCard,
  CompaniesCard,
];
