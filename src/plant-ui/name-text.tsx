import { type WithUnreadable, isUnreadable } from '@/lib/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

interface NameTextProps {
  /** A plant, template or group. */
  of: { name: string } & WithUnreadable
  /** See `UntrustedText`. */
  isTruncated?: boolean
  isCut?: boolean
}

/** Name of a plant, template or group: an empty one is said to be missing, and an unreadable one unreadable. */
export function NameText({ of: named, ...cut }: NameTextProps) {
  return (
    <UntrustedText fallback="(no name)" isUnreadable={isUnreadable(named, 'name')} {...cut}>
      {named.name}
    </UntrustedText>
  )
}
