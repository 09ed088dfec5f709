import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { IssuedPackage } from './issued-package'
import { MqttTokenShown } from './mqtt-token-shown'
import { RotatedSecretShown } from './rotated-secret-shown'
import { ShowOnceFooter } from './show-once-footer'
import type { ContentProps, ShowOnceProps } from './show-once-props'
import type { Issued } from '@/api/provisioning'
import { missingFromPackage, namesToStore } from '@/domain/credentials/provisioning-package'
import { plantName } from '@/domain/plant/plant-name'
import { Dialog } from '@/ui/dialog'
import { UntrustedText } from '@/ui/untrusted-text'
import type { Leaving } from '@/ui/use-leave-guard'

type ShowOnceDialogProps = ShowOnceProps & { leaving: Leaving | undefined }

const titles: Record<Issued['action'], string> = {
  provision: 'Credentials of',
  download: 'Latest package of',
  'rotate-secret': 'New secret of',
  'mqtt-token': 'MQTT token of',
}

const availability: Record<Issued['action'], string> = {
  provision: 'The platform keeps this package only for a short time.',
  download: 'Issued earlier, and available only for a short time.',
  'rotate-secret': 'Shown only once.',
  'mqtt-token': 'Shown only once.',
}

/** Dialog with newly issued secrets. Only its buttons close it: the secrets may not be available again. */
export function ShowOnceDialog({ issued, before, onStored, leaving }: ShowOnceDialogProps) {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const names = namesToStore(issued)
  const isEscapeRefused = useEscapePressed()
  const take = (...more: string[]) => setTaken((now) => new Set([...now, ...more]))
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onClose={() => undefined}
      size={'provisioningPackage' in issued ? 'lg' : 'md'}
      title={
        <>
          {titles[issued.action]}{' '}
          <UntrustedText isCut fallback="this plant">
            {plantName(before)}
          </UntrustedText>
        </>
      }
      description={`${availability[issued.action]} Store ${names.length === 1 ? 'the secret' : 'everything'} before you close this.`}
      footer={
        <ShowOnceFooter
          isTaken={taken.size > 0}
          missing={names.filter((name) => !taken.has(name))}
          lacks={
            'provisioningPackage' in issued ? missingFromPackage(issued.provisioningPackage) : []
          }
          isEscapeRefused={isEscapeRefused}
          leaving={leaving}
          onClose={onStored}
        />
      }
    >
      <Content
        issued={issued}
        before={before}
        taken={taken}
        onTaken={take}
        onAllTaken={() => take('all', ...names)}
      />
    </Dialog>
  )
}

function useEscapePressed(): boolean {
  const [isPressed, setIsPressed] = useState(false)
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setIsPressed(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return isPressed
}

function Content({ issued, ...rest }: ContentProps & { issued: Issued }): ReactNode {
  switch (issued.action) {
    case 'provision':
    case 'download':
      return <IssuedPackage issued={issued} {...rest} />
    case 'rotate-secret':
      return <RotatedSecretShown rotated={issued.rotatedSecret} {...rest} />
    case 'mqtt-token':
      return <MqttTokenShown issued={issued.mqttToken} {...rest} />
  }
}
