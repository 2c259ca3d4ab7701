const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Bech32 (BIP 173) without its bound of 90 characters, as age writes keys. Lower case throughout. */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const low = prefix.toLowerCase();
  const words = toWords(bytes);
  const head = [...low].map((letter) => letter.charCodeAt(0));
  const expanded = [...head.map((code) => code >> 5), 0, ...head.map((code) => code & 31)];
  const sum = checksum([...expanded, ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >> shift) & 31);
  return `${low}1${[...words, ...check].map((word) => letters[word]).join('')}`;
}

function toWords(bytes: Uint8Array): number[] {
  const words: number[] = [];
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; ) {
      bits -= 5;
      words.push((value >> bits) & 31);
    }
  }
  if (bits > 0) words.push((value << (5 - bits)) & 31);
  return words;
}

function checksum(words: readonly number[]): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const word of words) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    for (const [bit, part] of generator.entries()) if ((top >> bit) & 1) sum ^= part;
  }
  return sum;
}

/** The bytes of a Bech32 text; its checksum is not looked at. */
export function bech32Bytes(text: string): Buffer {
  const data = text.toLowerCase().slice(text.lastIndexOf('1') + 1, -6);
  const bytes: number[] = [];
  let value = 0;
  let bits = 0;
  for (const letter of data) {
    value = ((value << 5) | letters.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 255);
  }
  return Buffer.from(bytes);
}
