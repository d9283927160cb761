/** How one types to find an option: by what it says. The library's own icon would name itself in English. */
import { Search } from 'lucide-react';

const searchIcon = <Search size={14} aria-hidden="true" />;

/** For `showSearch` of a select; with more settings, spread. */
export const BY_LABEL = { optionFilterProp: 'label', searchIcon } as const;

/** For a select that filters by itself. */
export const BY_OWN_FILTER = { filterOption: false, searchIcon } as const;
