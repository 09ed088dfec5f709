import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

interface DraftNoticeProps {
  isShown: boolean
  onDiscard: () => void
}

/** Says that the form was filled in with a draft that isn't this tab's own: its target may be another one. */
export function DraftNotice({ isShown, onDiscard }: DraftNoticeProps) {
  return (
    <div role="status" className="empty:hidden">
      {isShown ? (
        <Notice
          tone="warn"
          actions={
            <Button size="sm" onClick={onDiscard}>
              Discard draft
            </Button>
          }
        >
          <p>This draft was written in another tab or earlier on this device.</p>
        </Notice>
      ) : null}
    </div>
  )
}
