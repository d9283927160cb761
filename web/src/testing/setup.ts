import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/** What jsdom lacks and pages touch: media queries, constructable style sheets, scrolling, dialogs that open. */
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
Object.assign(window, {
  CSSStyleSheet: class {
    replaceSync(): void {
      return;
    }
  },
});
document.adoptedStyleSheets = [];
Element.prototype.scrollIntoView = () => undefined;
// It has the element, but not its ways to open and close.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

afterEach(cleanup);
