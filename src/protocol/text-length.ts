/** Text or caption, in characters. Leaves room in `limits.messageSize` for everything else. */
export const textLength = 50_000;
