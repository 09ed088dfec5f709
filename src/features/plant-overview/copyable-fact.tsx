import { Copyable, Fact } from '@/ui/facts'

interface CopyableFactProps {
  label: string
  /** Name of the copied value for the button; defaults to the label. */
  copied?: string
  value: string | null | undefined
  absent?: string
  isUnreadable?: boolean
}

export function CopyableFact(props: CopyableFactProps) {
  const { label, copied = label, value, absent = 'Not given', isUnreadable = false } = props
  return (
    <Fact label={label}>
      {value || isUnreadable ? (
        <Copyable label={copied} isUnreadable={isUnreadable}>
          {value}
        </Copyable>
      ) : (
        <span className="text-faint">{absent}</span>
      )}
    </Fact>
  )
}
