/** Published codes of the error envelope with their HTTP status. */
const statusOf = {
  VALIDATION_ERROR: 400,
  INVALID_UUID: 400,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  SUPER_ADMIN_REQUIRED: 403,
  INSUFFICIENT_ORG_PERMISSIONS: 403,
  PLANT_NOT_FOUND: 404,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  PLANT_ALREADY_EXISTS: 409,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  MISDIRECTED_REQUEST: 421,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
} as const

export type ProblemCode = keyof typeof statusOf
type ProblemStatus = (typeof statusOf)[ProblemCode]

const reasons: Record<ProblemStatus, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ProblemCode
  readonly status: ProblemStatus
  /** Lines of the form "path: message". */
  readonly details: readonly string[]
  readonly headers: Record<string, string>

  constructor(
    code: ProblemCode,
    message: string,
    more: { details?: readonly string[]; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.code = code
    this.status = statusOf[code]
    this.details = more.details ?? []
    this.headers = more.headers ?? {}
  }

  /** Returns the published envelope as JSON; unlike in the document's examples, `statusCode` is the actual status. */
  envelope(): string {
    const { code, message, status, details } = this
    return JSON.stringify({ code, message, error: reasons[status], statusCode: status, details })
  }
}
