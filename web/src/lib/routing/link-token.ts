/** The token of a mailed link. It stands behind the `#`, so that no server ever sees it in an address. */
import { useLocation } from 'react-router';

export function useLinkToken(): string {
  return new URLSearchParams(useLocation().hash.slice(1)).get('token') ?? '';
}
