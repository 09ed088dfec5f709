/**
 * Hashes of two style blocks that are not in files: react-aria's `touch-action` rule for pressable elements, and the
 * rule that keeps the page from scrolling behind a dialog on iOS. Their texts are constant (react-aria 3.53.1).
 */
export const inlineStyleHashes: readonly string[] = [
  'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
]

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  ["style-src 'self'", ...inlineStyleHashes.map((hash) => `'${hash}'`)].join(' '),
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one policy of `src/lib/own-worker.ts`.
  'trusted-types plantdeck-worker',
].join('; ')

const onEveryPage: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
}

/** Headers of the dashboard's files. HSTS is missing because this server uses plain HTTP; TLS is up to the proxy. */
export const pageHeaders: Record<string, string> = {
  ...onEveryPage,
  'content-security-policy': contentSecurityPolicy,
}

/** Headers of the API reference. Swagger UI loads its icons from data URLs. */
export const referenceHeaders: Record<string, string> = {
  ...onEveryPage,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
}
