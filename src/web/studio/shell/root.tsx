import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { isSignedOutPage } from "../../../features/accounts/web/sign-in/return-path.ts";
import { meQuery } from "../api/queries.ts";
import { hasVisited } from "./settings.ts";
import { isSignInNeeded, signedOut } from "./signed-out.ts";

const SignInAgain = lazy(async () => ({
  default: (await import("../../../features/accounts/web/sign-in/sign-in-again.tsx")).SignInAgain,
}));

/** Around all pages: who has not signed in is led to the sign-in, and back; who no longer is, signs in over the page. */
export function Root() {
  const { pathname, href } = useLocation();
  const { data: me, error, isPending } = useQuery(meQuery);
  const isEnded = signedOut.useIsOpen();
  if (isSignedOutPage(pathname)) return <Outlet />;
  if (!me && isSignInNeeded(error)) return <Navigate to="/sign-in" search={href === "/" ? {} : { to: href }} replace />;
  // A browser that nobody has signed in with would show empty shelves for a moment.
  if (isPending && !hasVisited()) return null;
  return (
    <>
      <Outlet />
      {isEnded && me && (
        <Suspense fallback={null}>
          <SignInAgain onDone={() => signedOut.set(false)} />
        </Suspense>
      )}
    </>
  );
}
