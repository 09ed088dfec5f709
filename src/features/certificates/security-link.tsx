import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { whyNoPage } from '@/domain/plant/plant-address'

interface SecurityLinkProps {
  plantId: string
  className: string
  children: ReactNode
}

/** Leads to the plant's Security tab, where renewals start; plain text for a plant without a page. */
export function SecurityLink({ plantId, className, children }: SecurityLinkProps) {
  if (whyNoPage(plantId) !== undefined) return <span className={className}>{children}</span>
  return (
    <Link
      to="/plants/$plantId/security"
      params={{ plantId }}
      className={`text-ink underline-offset-2 hover:underline max-md:py-3 ${className}`}
    >
      {children}
    </Link>
  )
}
