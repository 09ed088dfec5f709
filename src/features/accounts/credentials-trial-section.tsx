import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { IssuedApiCredentials } from '@/api/account-schemas'
import { type CredentialsTrial, tryApiCredentials } from '@/api/session/credentials-trial'
import { useDeployment, usePerson } from '@/api/session/session-context'
import { describeTrial, isTrialPassed } from '@/domain/accounts/trial-words'
import { Button } from '@/ui/button'
import { Finding } from '@/ui/finding'
import { TitledSection } from '@/ui/titled-section'
import { visibleText } from '@/ui/visible-text'

/** Tries the credentials while they are still known: a token, one read, and the revocation of the token. */
export function CredentialsTrialSection({ issued }: { issued: IssuedApiCredentials }) {
  const { config } = useDeployment()
  const organizationId = usePerson()?.organizationId
  const [trial, setTrial] = useState<CredentialsTrial>()
  const [isTesting, setIsTesting] = useState(false)

  async function test() {
    if (isTesting) return
    setTrial(undefined)
    setIsTesting(true)
    const { clientUsername, clientPassword, clientId, clientSecret } = issued
    const credentials = {
      username: clientUsername,
      password: clientPassword,
      clientId,
      clientSecret,
    }
    setTrial(await tryApiCredentials({ ...config, organizationId }, credentials))
    setIsTesting(false)
  }

  return (
    <TitledSection
      title="Test"
      actions={
        <Button
          icon={<FlaskConical aria-hidden className="size-4" />}
          isPending={isTesting}
          onClick={test}
        >
          Test now
        </Button>
      }
    >
      <p className="text-muted">
        Requests a token with the four pieces, reads the plants with it, and revokes it. The audit
        log shows this as a sign-in with API credentials.
      </p>
      <div role="status" className="mt-2 flex flex-col gap-1 empty:hidden">
        {trial ? (
          <>
            <p className="font-medium">
              {isTrialPassed(trial) ? 'The credentials work.' : 'The credentials don’t work here.'}
            </p>
            {describeTrial(trial).map(({ tone, text }) => (
              <Finding key={text} tone={tone}>
                {visibleText(text)}
              </Finding>
            ))}
          </>
        ) : null}
      </div>
    </TitledSection>
  )
}
