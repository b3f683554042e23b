import { asText, type Json } from '../localTeams/activity';
import { type Entered } from '../localTeams/inputs';
import { enteredValue, promptOf } from './inputText';

/**
 * Asks for the fields of a card one by one. An empty line keeps a field's value, and the field is then not in what is returned.
 * Undefined when the person stops (/avbryt) or the lines end.
 */
export async function askFields(
  inputs: readonly Json[],
  read: (prompt: string) => Promise<string | undefined>,
  show: (text: string) => void,
): Promise<Entered | undefined> {
  let entered: Entered = {};
  for (const input of inputs) {
    const id = asText(input.id);
    for (;;) {
      const line = await read(`${promptOf(input)}: `);
      if (line === undefined || line.trim() === '/avbryt') return undefined;
      const kept = asText(input.value);
      if (!line.trim() && (kept || input.isRequired !== true)) break;
      const result = line.trim()
        ? enteredValue(input, line)
        : { problem: 'Det här måste fyllas i. Skriv /avbryt för att låta bli.' };
      if ('value' in result) {
        entered = { ...entered, [id]: result.value };
        break;
      }
      show(result.problem);
    }
  }
  return entered;
}
