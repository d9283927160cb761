/** What the server allows, as the settings offer it. */
export const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'TWD', 'SGD', 'JPY', 'KRW'] as const;

export const EXTENSIONS = [
  'pdf',
  'ofd',
  'xml',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'txt',
  'csv',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'zip',
] as const;

export const MOST_CHOICES = 300;
export const MOST_COLUMNS = 50;
/** Of fields that are sorted by, and of fields without repetition. */
export const MOST_INDEXED = 10;
