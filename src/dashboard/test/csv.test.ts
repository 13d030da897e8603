import { describe, expect, it } from 'vitest';
import { csvCell, csvOf } from '../report/csv.ts';

describe('csv', () => {
  it.each([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
  ])('text_%j_isNoFormula', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('numbers_areThemselves_hiddenOnesEmpty', () => {
    expect([-3, 0, 0.25, null].map(csvCell)).toEqual(['-3', '0', '0.25', '']);
  });

  it('file_hasHeader_mark_andLineEnds', () => {
    expect(csvOf(['team', 'members'], [['a', 5]])).toBe('\uFEFFteam,members\r\na,5\r\n');
  });
});
