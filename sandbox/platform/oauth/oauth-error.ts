type OAuthStatus = 400 | 401 | 403 | 413 | 429

/** Error of the token endpoint, RFC 6749 section 5.2. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly code: string
  readonly status: OAuthStatus
  readonly headers: Record<string, string>

  constructor(
    code: string,
    description: string,
    status: OAuthStatus = 400,
    headers: Record<string, string> = {},
  ) {
    super(description)
    this.code = code
    this.status = status
    this.headers = headers
  }
}
