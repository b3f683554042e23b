import { type Word } from './text/swedish';

/** With more words a message tells of more than the bot: "Vad svarar jag den som säger att hon inte litar på dig?" */
const mostWords = 8;
/** All in folded words. "Vem har gjort dig?", "Kan jag lita på dig?" */
const object = /^(vem|vad|hur|varfor|kan|far|lar|ska|bor|vagar|ar|har|vilka) .*\b(dig|dej)\b/;
/** "Vad heter du?", "Är du en människa?" */
const subject =
  /\b(ar|e|heter|kostar|mar|ljuger|bor|uppdateras|fungerar|funkar|svarar|pratar|talar|sover|kanner|minns) du\b|\b(forstar|kan) du (svenska|engelska|franska|tyska|spanska|arabiska|finska|norska|danska|nagra sprak)\b/;
/** "Du" may be anybody: "Vart vänder du dig …", "Hur är du som chef?", "Vad svarar du den som …" */
const anybody =
  /\bdu (\w+ ){0,2}(dig|dej)\b|\b(chef(en|er)?|ledare|nar|den som|medarbetaren|kollegan|sager|hjalpa|tipsa|beratta|forklara)\b/;
const learns = /^lar du dig\b/;

/** Whether a short message is about the bot itself, and so is no question to the documents. */
export function isAboutBot(words: readonly Word[]): boolean {
  const said = words.map(({ folded }) => folded).join(' ');
  if (words.length > mostWords) return false;
  return learns.test(said) || ((object.test(said) || subject.test(said)) && !anybody.test(said));
}
