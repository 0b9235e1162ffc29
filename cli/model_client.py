"""The one place that speaks to a language model: chat completions of the server configured, and no other host.

Imported only when a question is to be sent: the extra `plancmp[model]` brings what is imported here. Answers are
bounded in size and in time, redirects are not followed, proxies of the environment not used; no error holds the key.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx2
import openai

from plancmp.alignment.consultation.batch import AnswerForm, request_body, said_in
from plancmp.alignment.consultation.question import Question
from plancmp.cli.asking import ModelError, ModelFault
from plancmp.plans.faults import excerpt

LARGEST_RESPONSE = 8_000_000
"""Bytes of a response that are read; the longest answer that is taken has a million characters."""

LONGEST_PAUSE = 120.0
"""Seconds; a server that wants to be left alone for longer has failed."""

_FIRST_LONGEST = 60.0
_LOCKED_OUT = frozenset({401, 403})
_UNKNOWN_FORM = frozenset({400, 404, 415, 422, 501})
"""What servers answer that do not know the form of answer asked for (some of them to other mistakes, too)."""
_PASSING = frozenset({408, 409, 425, 429})


@dataclass(frozen=True)
class ModelAddress:
    """Where a model is: the base address of its server (https://host/v1), and the key, "" for none."""

    url: str
    key: str = ""


@dataclass(frozen=True)
class Patience:
    """How long to wait for a server.

    Attributes:
        timeout: seconds for one attempt, from the connection to the last byte.
        attempts: how often one question is sent.
        pause: seconds before the second attempt; each further pause is twice as long, up to a minute.
    """

    timeout: float = 300.0
    attempts: int = 5
    pause: float = 1.0


class ModelServer:
    """A server to be asked; what forms of answer it knows is learnt and remembered.

    Args:
        address: where it is.
        patience: how long to wait.
        sleep: waits so many seconds.
    """

    def __init__(
        self, address: ModelAddress, patience: Patience, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._key, self._patience, self._sleep = address.key, patience, sleep
        transport = _Guarded(httpx2.HTTPTransport(), patience.timeout)
        self._client = openai.OpenAI(
            base_url=address.url,
            api_key=address.key or "-",
            timeout=patience.timeout,
            max_retries=0,  # retried here, where every fault is seen
            default_headers={"Accept-Encoding": "identity"},
            http_client=httpx2.Client(
                transport=transport, follow_redirects=False, trust_env=False, timeout=patience.timeout
            ),
        )
        self._form, self._lock = AnswerForm.SCHEMA, threading.Lock()

    def ask(self, question: Question) -> str:
        """What the model says to a question.

        Raises:
            ModelError: the server gave no answer, however often it was asked.
        """
        for attempt in range(self._patience.attempts):
            try:
                return self._ask_in_any_form(question)
            except _PassingError as passing:
                failure = passing
                if attempt + 1 < self._patience.attempts:
                    self._sleep(passing.pause or self._pause(attempt))
        raise ModelError(failure.fault, failure.detail)

    def _pause(self, attempt: int) -> float:
        longest = min(_FIRST_LONGEST, self._patience.pause * 2.0**attempt)
        return longest * random.uniform(
            0.75, 1.0
        )  # so that those turned away together do not return together

    def _ask_in_any_form(self, question: Question) -> str:
        """Ask for the strictest form that the server has not refused yet."""
        for form in AnswerForm:
            if form < self._form:
                continue
            try:
                said = self._send(request_body(question, form))
            except _UnknownFormError as refused:
                if form is AnswerForm.TEXT:
                    raise ModelError(ModelFault.STATUS, refused.detail) from refused
                continue
            with self._lock:
                self._form = max(self._form, form)
            return said
        raise AssertionError

    def _send(self, body: dict[str, Any]) -> str:
        try:
            response = self._client.chat.completions.with_raw_response.create(**body)
            completion = json.loads(response.http_response.content)
        except openai.APIStatusError as error:
            raise self._of_status(error) from error
        except _TooLargeError as error:
            raise ModelError(ModelFault.TOO_LARGE, f"{LARGEST_RESPONSE:,}") from error
        except (openai.APITimeoutError, httpx2.TimeoutException) as error:
            raise _PassingError(ModelFault.TIMEOUT, f"{self._patience.timeout:g} s") from error
        except (openai.APIConnectionError, httpx2.HTTPError) as error:
            detail = self._harmless(str(error.__cause__ or error))
            raise _PassingError(ModelFault.CONNECTION, detail) from error
        except (ValueError, RecursionError) as error:
            raise _PassingError(ModelFault.MALFORMED) from error
        said = said_in(completion)
        if said is None:
            raise _PassingError(ModelFault.MALFORMED)
        return said

    def _of_status(self, error: openai.APIStatusError) -> Exception:
        status = error.status_code
        detail = f"{status} {self._harmless(error.message)}"
        if status in _LOCKED_OUT:
            return ModelError(ModelFault.LOCKED_OUT, detail)
        if status in _UNKNOWN_FORM:
            return _UnknownFormError(detail)
        if status in _PASSING or status >= 500:
            pause = _retry_after(error.response.headers.get("retry-after"))
            if pause <= LONGEST_PAUSE:
                return _PassingError(ModelFault.STATUS, detail, pause)
        return ModelError(ModelFault.STATUS, detail)

    def _harmless(self, words: str) -> str:
        """A few of a server's words, without the key."""
        return excerpt(words.replace(self._key, "***") if self._key else words)


class _PassingError(Exception):
    """What may be over when the question is sent again; `pause` is what the server asks for (seconds)."""

    def __init__(self, fault: ModelFault, detail: str = "", pause: float = 0.0) -> None:
        super().__init__(fault)
        self.fault, self.detail, self.pause = fault, detail, pause


class _UnknownFormError(Exception):
    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class _TooLargeError(Exception):
    """A response that goes on beyond `LARGEST_RESPONSE`."""


def _retry_after(value: str | None) -> float:
    try:
        return max(0.0, float(value or 0))
    except ValueError:  # a date: the usual pause does
        return 0.0


class _Guarded(httpx2.BaseTransport):
    """Reads responses up to a size and for a time; without it a server could send for ever."""

    def __init__(self, inner: httpx2.BaseTransport, seconds: float) -> None:
        self._inner, self._seconds = inner, seconds

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response of the transport within, its body watched."""
        until = time.monotonic() + self._seconds
        response = self._inner.handle_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            response.close()
            raise _TooLargeError  # a few packed bytes may hold any number
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = _Watched(response.stream, until)
        return response

    def close(self) -> None:
        """Close what is within."""
        self._inner.close()


class _Watched(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, until: float) -> None:
        self._inner, self._until = inner, until

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for part in self._inner:
            size += len(part)
            if size > LARGEST_RESPONSE:
                raise _TooLargeError
            if time.monotonic() > self._until:
                raise httpx2.ReadTimeout("")
            yield part

    def close(self) -> None:
        self._inner.close()
