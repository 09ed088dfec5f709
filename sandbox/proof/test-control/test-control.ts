import { controlRoutes } from './control-routes'
import { ControlState } from './control-state'
import { faultsAndLog } from './faults'
import type { LivePlants } from './live-plants'
import type { HttpApp } from '#sandbox/platform/app'
import type { PlatformContext } from '#sandbox/platform/platform-context'

/** Returns a function that adds the routes by which tests control the platform, with `--test-control` only. */
export function testControl(
  platform: PlatformContext,
  livePlants: LivePlants,
): (app: HttpApp) => void {
  return (app) => {
    const state = new ControlState()
    app.route('/_test', controlRoutes(platform, state, livePlants))
    for (const path of ['/api/*', '/oauth2/*']) app.use(path, faultsAndLog(platform, state))
  }
}
