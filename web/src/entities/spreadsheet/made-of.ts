/** On this device: which file a form was made of, so that its rows can be imported once the form is published. */
export interface MadeOf {
  upload: string;
  sheet: number;
  head: number;
  /** Column to field. */
  mapping: Record<string, string>;
}

const keyOf = (formId: string) => `banli.made-of.${formId}`;

export function rememberFile(formId: string, of: MadeOf): void {
  localStorage.setItem(keyOf(formId), JSON.stringify(of));
}

export function fileOf(formId: string): MadeOf | null {
  const kept = localStorage.getItem(keyOf(formId));
  try {
    return kept === null ? null : (JSON.parse(kept) as MadeOf);
  } catch {
    return null;
  }
}

export function forgetFile(formId: string): void {
  localStorage.removeItem(keyOf(formId));
}
