"""Signing in and out over HTTP."""

from typing import Annotated

from fastapi import Cookie, Form, Path, Request, Response, status

from api.access import tokens
from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.identity import queries, service
from api.identity.schemas import (
    AccessToken,
    OneTimeLinkBody,
    OneTimeToken,
    PasswordResetRequest,
    PasswordToSet,
    SignInForm,
)
from api.platform.configured import SettingsDep
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.settings import Settings

SessionUse = Annotated[Caller, requires(Permission.SESSION_USE)]
COOKIE = "champions_refresh"
RefreshCookie = Annotated[str | None, Cookie(alias=COOKIE, max_length=200, description="The refresh token.")]
Token = Annotated[OneTimeToken, Path(description="The secret part of the link.")]

router = room_router("/auth", tag="Session")


@router.post("/token", operation_id="signIn", summary="Sign in")
async def sign_in(
    request: Request,
    response: Response,
    _: SessionUse,
    session: SessionDep,
    settings: SettingsDep,
    form: Annotated[SignInForm, Form()],
) -> AccessToken:
    """OAuth2 password form: `username` is the e-mail address. Sets the refresh cookie."""
    address = request.client.host if request.client else "unknown"
    secret = await service.sign_in(session, settings, email=form.username, password=form.password, address=address)
    return _opened(request, response, settings, secret)


@router.post("/refresh", operation_id="refreshSession", summary="Go on with a session")
async def refresh_session(
    request: Request,
    response: Response,
    _: SessionUse,
    session: SessionDep,
    settings: SettingsDep,
    cookie: RefreshCookie = None,
) -> AccessToken:
    """Exchange the refresh cookie for a new access token and the next cookie. A cookie used twice closes the session."""
    return _opened(request, response, settings, await service.refresh(session, settings, cookie))


@router.post("/logout", operation_id="signOut", summary="Sign out", status_code=status.HTTP_204_NO_CONTENT)
async def sign_out(response: Response, _: SessionUse, session: SessionDep, cookie: RefreshCookie = None) -> None:
    """Close the session and forget the cookie. Does nothing where nobody is signed in."""
    await service.sign_out(session, cookie)
    response.delete_cookie(COOKIE, path="/api/v1/auth")


@router.post(
    "/password-reset-requests",
    operation_id="requestPasswordReset",
    summary="Ask for a new password",
    status_code=status.HTTP_202_ACCEPTED,
)
async def request_password_reset(_: SessionUse, session: SessionDep, body: PasswordResetRequest) -> None:
    """Send a one-time link to the address, if it is an account's. The answer is the same if it is not."""
    await service.send_password_reset(session, body.email)


@router.get("/one-time-links/{token}", operation_id="getOneTimeLink", summary="See what a one-time link is for")
async def get_one_time_link(_: SessionUse, session: SessionDep, token: Token) -> OneTimeLinkBody:
    """Whom the link is for, while it works."""
    return await queries.get_link(session, token)


@router.post(
    "/one-time-links/{token}/redeem",
    operation_id="redeemOneTimeLink",
    summary="Set a password",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def redeem_one_time_link(_: SessionUse, session: SessionDep, token: Token, body: PasswordToSet) -> None:
    """Set the password of the link's person, once. All their open sessions end."""
    await service.redeem_link(session, token, body.password)


def _opened(request: Request, response: Response, settings: Settings, secret: service.RefreshSecret) -> AccessToken:
    response.set_cookie(
        COOKIE,
        secret.value,
        max_age=secret.max_age_seconds,
        path="/api/v1/auth",
        httponly=True,
        samesite="strict",
        secure=settings.public_url.startswith("https://"),
    )
    token = tokens.issue(secret.person_id, secret=request.app.state.secret_key, minutes=settings.access_token_minutes)
    return AccessToken(access_token=token, token_type="bearer", expires_in=settings.access_token_minutes * 60)  # noqa: S106 -- RFC 6750's word
