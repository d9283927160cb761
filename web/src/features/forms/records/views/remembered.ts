/** The columns of a form's own list, as somebody has set them on this device. */
const keyOf = (memberId: string, formId: string) => `banli.columns.${memberId}.${formId}`;

export function readRemembered(memberId: string, formId: string): string {
  try {
    return localStorage.getItem(keyOf(memberId, formId)) ?? '';
  } catch {
    return '';
  }
}

export function remember(memberId: string, formId: string, columns: string): void {
  try {
    if (columns === '') localStorage.removeItem(keyOf(memberId, formId));
    else localStorage.setItem(keyOf(memberId, formId), columns);
  } catch {
    // A device without room shows the form's own columns next time.
  }
}
