/** Whether somebody is in the middle of typing: what is half typed is not wrong yet, so its faults wait. */
import { useEffect, useState } from 'react';

const TEXT = 'textarea, input:not([role="combobox"], [type="checkbox"], [type="radio"])';
/** A press on a button that types for them takes the focus away and gives it back. */
const AWAY_MS = 250;

/** From the first letter in an input until it is left. */
export function useTyping(): boolean {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let typedIn: Element | null = null;
    const begin = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.matches(TEXT)) return;
      typedIn = target;
      setTyping(true);
    };
    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (document.activeElement === typedIn) return;
        typedIn = null;
        setTyping(false);
      }, AWAY_MS);
    };
    document.addEventListener('input', begin);
    document.addEventListener('focusout', leave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('input', begin);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return typing;
}
