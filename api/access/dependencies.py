"""What a route's signature states: who may call it. ``x-access`` and the role × route test read it from there."""

from typing import Annotated, Any, Literal

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from api.access import tokens
from api.access.caller import ANYBODY, Caller
from api.access.permissions import HOLDERS, Permission, Role
from api.access.queries import load_caller
from api.platform import idempotency
from api.platform.database import SessionDep
from api.platform.problems import Forbidden, Unauthenticated

bearer = OAuth2PasswordBearer(
    tokenUrl="/api/v1/auth/token", auto_error=False, description="An access token from `signIn`."
)


async def current_caller(
    request: Request, session: SessionDep, token: Annotated[str | None, Depends(bearer)]
) -> Caller:
    """The caller with the roles of this moment; ``ANYBODY`` without a token."""
    if token is None:
        if "authorization" in request.headers:
            raise Unauthenticated("Send the access token as `Authorization: Bearer <token>`.")
        return ANYBODY
    person_id = tokens.person_in(token, secret=request.app.state.secret_key)
    caller = await load_caller(session, person_id, request_id=request.state.request_id)
    if caller is None:
        raise Unauthenticated("This account has ended. Ask the secretariat if it should not have.")
    return caller


CurrentCaller = Annotated[Caller, Depends(current_caller)]


class Requires:
    """A dependency that lets only holders of ``permission`` pass, and yields the caller."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self, request: Request, session: SessionDep, caller: CurrentCaller) -> Caller:
        """The caller, if they hold the permission."""
        if not caller.may(self.permission):
            if caller is ANYBODY:
                raise Unauthenticated("This is for people of the Initiative. Sign in first.")
            raise Forbidden(f"This takes the permission {self.permission}, which you do not hold now.")
        if caller.person_id is not None:
            request.state.idempotency_claim = await idempotency.claim(session, request, caller.person_id)
        return caller

    @property
    def x_access(self) -> dict[str, Any]:
        """The OpenAPI extension that states who may call."""
        holders: list[Role | Literal["anyone"]] = [role for role in Role if role in HOLDERS[self.permission]]
        return {"permission": self.permission.value, "roles": holders}


def requires(permission: Permission) -> Any:
    """``Depends(Requires(permission))``, for a room's ``Annotated`` aliases."""
    return Depends(Requires(permission))
