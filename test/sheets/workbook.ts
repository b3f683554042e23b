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
  return Buffer.from(zipSync(zip, { level: 1 }));
}

/** A workbook whose only sheet has these rows, in Excel's XML. */
export const sheetOf = (rows: string, files: Readonly<Record<string, string>> = {}): Buffer =>
  workbook({
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...files,
  });

const asXml = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** A workbook of these sheets, each of these rows, in Excel's XML. */
export function workbookOf(sheets: Readonly<Record<string, string>>, hidden: readonly string[] = []): Buffer {
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, n) =>
      `<sheet name="${asXml(name)}" sheetId="${n + 1}" ${hidden.includes(name) ? 'state="hidden" ' : ''}r:id="s${n}"/>`,
  );
  const related = names.map((_, n) => `<Relationship Id="s${n}" Type="x/worksheet" Target="worksheets/s${n}.xml"/>`);
  return workbook({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, n) => [
        `xl/worksheets/s${n}.xml`,
        `<worksheet><sheetData>${sheets[name]!}</sheetData></worksheet>`,
      ]),
    ),
  });
}
