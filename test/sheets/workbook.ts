import { strToU8, zipSync, type Zippable } from 'fflate';

/** A workbook as a program writes it, of these files; those that are not named are as small as they can be. */
export function workbook(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const all: Record<string, string | Uint8Array> = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/>
      <Relationship Id="rId3" Type="x/styles" Target="/xl/styles.xml"/>
    </Relationships>`,
    ...files,
  };
  const zip: Zippable = {};
  for (const [name, content] of Object.entries(all))
    zip[name] = typeof content === 'string' ? strToU8(content) : content;
  return Buffer.from(zipSync(zip, { level: 9 }));
}

/** A workbook whose only sheet has these rows, in Excel's XML. */
export const sheetOf = (rows: string, files: Readonly<Record<string, string>> = {}): Buffer =>
  workbook({
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...files,
  });
