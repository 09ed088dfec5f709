import type { Certificates } from './use-certificates'
import { describeError } from '@/api/error-messages'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

/** The figures and the list fail separately: an error in one never hides the other. */
export function CertificateFailures({ certificates }: { certificates: Certificates }) {
  const { stats, statsReadAtMs, fleet } = certificates
  return (
    <>
      {stats.error && !stats.data ? (
        <QueryErrorPanel
          error={stats.error}
          title="Couldn’t load the figures"
          onRetry={() => stats.refetch()}
          isRetrying={stats.isFetching}
        />
      ) : null}
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {stats.error && stats.data ? (
          <Notice tone="warn">
            <p>
              The figures are as of <AbsoluteTime value={statsReadAtMs} />. Couldn’t refresh them:{' '}
              {describeError(stats.error).title}.
            </p>
          </Notice>
        ) : null}
        {fleet.error ? (
          <Notice
            tone="warn"
            actions={
              <Button size="sm" onClick={fleet.refresh}>
                Try again
              </Button>
            }
          >
            <p>
              Couldn’t load the list of plants: {describeError(fleet.error).title}.{' '}
              {fleet.oldestReadAtMs === undefined ? (
                stats.data && 'Only plants from the platform’s own figures are shown.'
              ) : (
                <>
                  The oldest data is from <AbsoluteTime value={fleet.oldestReadAtMs} />.
                </>
              )}
            </p>
          </Notice>
        ) : null}
      </div>
    </>
  )
}
