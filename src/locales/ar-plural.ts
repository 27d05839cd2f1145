const rules = new Intl.PluralRules('ar');
export interface Forms {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
}

/** One and two are words of their own; 3 to 10 take the plural, 11 to 99 and hundreds their own singular forms. */
export const plural = (count: number, { one, two, few, many }: Forms, other = one) => {
  const number = count.toLocaleString('ar');
  switch (rules.select(count)) {
    case 'one':
      return one;
    case 'two':
      return two;
    case 'few':
      return `${number} ${few}`;
    case 'many':
      return `${number} ${many}`;
    default:
      return `${number} ${other}`;
  }
};
