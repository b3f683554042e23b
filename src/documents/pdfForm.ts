import { type TextItem } from './pdfRuns';

/** What the parser knows about a field or a note on a page. */
export interface PageField {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly password?: boolean;
  readonly hidden?: boolean;
  readonly noView?: boolean;
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[];
  readonly defaultAppearanceData?: { readonly fontSize?: number };
  readonly contentsObj?: { readonly str?: string };
}

/** Points. The letter size of most forms, for a field without a size. */
const USUAL = 10;

/** Returns the text that people filled into a form or wrote on the page, as lines at their place. */
export function filledIn(fields: readonly PageField[]): TextItem[][] {
  return fields.flatMap((field) => {
    const value = valueOf(field);
    const [left = 0, bottom = 0, , top = 0] = field.rect ?? [];
    if (!value.trim() || !field.rect) return [];
    const lines = value.split(/\r\n|[\r\n]/);
    const height = top - bottom;
    const size = field.defaultAppearanceData?.fontSize || Math.min(USUAL, Math.max(height * 0.7, 4));
    const isOneLine = lines.length === 1 && height < 2.5 * size;
    const placed = lines.map((str, at) => {
      const y = isOneLine ? bottom + height / 2 - size * 0.35 : top - size * (1 + 1.2 * at);
      return { str, transform: [size, 0, 0, size, left + 2, y], width: str.length * size * 0.5, height: size };
    });
    return [placed];
  });
}

function valueOf(field: PageField): string {
  const { subtype, fieldType, fieldValue, hidden, noView, password } = field;
  if (hidden || noView || password) return '';
  if (subtype === 'FreeText') return field.contentsObj?.str ?? '';
  if (subtype !== 'Widget') return '';
  if (fieldType === 'Tx') return typeof fieldValue === 'string' ? fieldValue : '';
  if (fieldType === 'Ch') return [fieldValue].flat().map((value) => shown(field, value)).filter(Boolean).join(', '); // oxfmt-ignore
  const own = field.checkBox ? field.exportValue : field.radioButton ? field.buttonValue : undefined;
  return own && fieldValue === own && own !== 'Off' ? '☒' : '';
}

const shown = ({ options = [] }: PageField, value: unknown): string =>
  typeof value === 'string' ? (options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value) : '';
