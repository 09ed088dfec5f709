import { Bell, BellRing } from 'lucide-react'
import { useState } from 'react'
import { askForNotice, dropNotice, isNoticeAsked } from './run-notice'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

/** Asks for a notification when the run has ended. */
export function NoticeButton() {
  const [isOn, setIsOn] = useState(isNoticeAsked)
  const Icon = isOn ? BellRing : Bell
  return (
    <Button
      icon={<Icon aria-hidden className="size-4" />}
      aria-pressed={isOn}
      onClick={async () => {
        if (isOn) {
          dropNotice()
          setIsOn(false)
          return
        }
        const isAllowed = await askForNotice()
        setIsOn(isAllowed)
        if (!isAllowed) {
          toast.show({
            tone: 'warn',
            title: 'This browser doesn’t allow notifications',
            detail: 'Allow them for this page in the browser’s settings, then try again.',
          })
        }
      }}
    >
      Notify me when it ends
    </Button>
  )
}
