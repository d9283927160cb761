/** Where the session goes, here and in other tabs: left on purpose, ended by itself, or begun again. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { api } from '@/lib/api/call';
import { useMe } from '@/lib/session/me';
import { hear } from '@/lib/tabs/tabs';

import { signInPath } from '../require-session';

interface Watch {
  /** The session is over, and the page stays as it is, with everything that was typed. */
  ended: boolean;
  seen: () => void;
}

export function useSessionWatch(): Watch {
  const navigate = useNavigate();
  const client = useQueryClient();
  const location = useLocation();
  const { id } = useMe();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const leave = async () => {
      await navigate(signInPath(location), { replace: true });
      // Only when the pages that show it are gone: without them nothing asks for it again.
      client.clear();
    };
    /** Somebody signed in: the same person goes on; another one, or another company, begins at the start page. */
    const goOn = async () => {
      const me = await api.get('/v1/me').catch(() => null);
      if (me === null) return;
      if (me.id !== id) {
        window.location.replace('/');
        return;
      }
      setEnded(false);
      // What is shown stays while it is asked for again: a form on the page keeps what was typed.
      await client.invalidateQueries();
    };
    return hear((said, elsewhere) => {
      if (said.kind === 'signed_out') void leave();
      if (said.kind === 'session_ended') setEnded(true);
      // In this tab only after an end: going to another company begins anew by itself.
      if (said.kind === 'signed_in' && (elsewhere || ended)) void goOn();
    });
  }, [navigate, location, client, id, ended]);
  return { ended, seen: () => setEnded(false) };
}
