import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/** What jsdom lacks and every page touches: media queries and constructable style sheets. */
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
Object.assign(window, {
  CSSStyleSheet: class {
    replaceSync(): void {
      return;
    }
  },
});
document.adoptedStyleSheets = [];

afterEach(cleanup);
