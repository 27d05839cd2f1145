/** Every way in which an operation can fail, and whether the same command may be sent again by itself. */
const retryable = {
  offline: true,
  timeout: true,
  'rate-limited': true,
  unavailable: true,
  storage: false,
  invalid: false,
  'too-long': false,
  'too-large': false,
  limit: false,
  unsupported: false,
  unauthenticated: false,
  'token-deleted': false,
  deactivated: false,
  'wrong-key': false,
  forbidden: false,
  'not-found': false,
  'already-exists': false,
  'not-a-member': false,
  banned: false,
  blocked: false,
  'wrong-password': false,
  conflict: false,
  moderated: false,
  unknown: false,
} as const satisfies Record<string, boolean>;

export type ErrorCode = keyof typeof retryable;

/** The domain's own codes of what happens before a server is asked; a server names its own. */
const usual: { readonly [C in ErrorCode]?: string } = {
  offline: 'NO_INTERNET_CONNECTION',
  timeout: 'FAILED_TO_FETCH',
  'rate-limited': 'TOO_MANY_REQUEST',
  unavailable: 'ERR_MISSION_FAILED',
  unauthenticated: 'USER_NOT_LOGGED_IN',
  invalid: 'MISSING_PARAMETERS',
  unknown: 'UNKNOWN_ERROR_OCCURRED',
};

/** How an error crosses a wire: class instances do not survive structured clone. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail?: string;
  readonly retryAfter?: number;
}

/** What a network or server said: a value kept on the command or load it belongs to, shown with a way out. */
export class ChatError extends Error {
  override readonly name = 'ChatError';
  readonly code: ErrorCode;
  /** The domain's own code (`ERR_WRONG_GROUP_PASS` …), for looking up. */
  readonly detail: string | undefined;
  /** Milliseconds to wait, when rate-limited. */
  readonly retryAfter: number | undefined;

  /** @param message says what was tried, on what, and what to do */
  constructor(
    code: ErrorCode,
    message: string,
    more: { detail?: string; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.code = code;
    this.detail = more.detail ?? usual[code];
    this.retryAfter = more.retryAfter;
  }

  get retryable(): boolean {
    return retryable[this.code];
  }

  toJSON(): ErrorRecord {
    const { code, message, detail, retryAfter } = this;
    return {
      code,
      message,
      ...(detail !== undefined && { detail }),
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }

  /** Any thrown thing as a ChatError; what is none already becomes `unknown`. */
  static from(error: unknown): ChatError {
    if (error instanceof ChatError) return error;
    if (isErrorRecord(error)) return new ChatError(error.code, error.message, error);
    return new ChatError('unknown', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

function isErrorRecord(value: unknown): value is ErrorRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    value.code in retryable &&
    'message' in value
  );
}
