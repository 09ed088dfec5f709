import { UserLock } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'

/** Shown to users whose role can't manage accounts; nothing is requested for them. */
export function AccountsForbidden({ reason }: { reason: string }) {
  return (
    <EmptyState icon={UserLock} title={reason}>
      Ask an administrator of your organization for a change of your account or for API credentials.
    </EmptyState>
  )
}
