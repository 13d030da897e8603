/** The records of a CSV (RFC 4180), each by its header's names. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...records] = rows(text.replace(/^\uFEFF/, ''));
  return records.map(record => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])));
}

function rows(text: string): string[][] {
  const all: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') {
      all.push(row);
      row = [];
    }
  }
  return all.filter(record => record.length > 1 || record[0] !== '');
}
