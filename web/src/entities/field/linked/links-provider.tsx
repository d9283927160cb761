/** What the server says of the linked records below; see `links.ts`. */
import { useContext, useMemo, type ReactNode } from 'react';

import { LinksContext, type Links } from './links';

interface Props {
  links: Links | undefined;
  inert?: boolean;
  children: ReactNode;
}

export function LinksProvider({ links, inert, children }: Props) {
  const outer = useContext(LinksContext);
  const value = useMemo(
    () => ({ links: { ...outer.links, ...links }, inert: inert ?? outer.inert }),
    [outer, links, inert],
  );
  return <LinksContext value={value}>{children}</LinksContext>;
}
