/** The logo, as in `public/favicon.svg`. */
export function Logo({ className = 'size-5' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={`shrink-0 ${className}`}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M8 23v-6m8 6V9m8 14v-9"
        className="stroke-on-accent"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  )
}
