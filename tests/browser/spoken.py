"""What is not to be seen but read out or shown under the pointer: in Chinese, on a Chinese page."""

from playwright.sync_api import Page

_ENGLISH = """() => {
  const attributes = ['aria-label', 'title', 'alt', 'placeholder', 'aria-description', 'aria-roledescription',
    'aria-valuetext'];
  const typed = [...document.querySelectorAll('input, textarea')].map((element) => element.value);
  const seen = [document.body.innerText, ...typed].join('\\n');
  const found = new Set();
  for (const attribute of attributes) {
    for (const element of document.querySelectorAll(`[${attribute}]:not([lang="en"] *)`)) {
      const text = element.getAttribute(attribute) ?? '';
      const english = /[A-Za-z]{2}/.test(text) && !/[\u4e00-\u9fff]/.test(text) && !/:\\/\\//.test(text);
      // What stands on the page as well is somebody's: a name, a file, an address.
      if (english && !seen.includes(text)) found.add(`${attribute}="${text}" of a ${element.tagName.toLowerCase()}`);
    }
  }
  return [...found];
}"""


def english(page: Page) -> list[str]:
    """Texts in English that only a listener, or a pointer held still, would meet."""
    return [str(each) for each in page.evaluate(_ENGLISH)]
