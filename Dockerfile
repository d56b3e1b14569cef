# Two stages: the wheel is built in the first, only it and the locked requirements reach the second.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements/demo.txt requirements/demo.txt
RUN python -m venv /build && /build/bin/pip install --no-cache-dir --require-hashes -r requirements/demo.txt
COPY pyproject.toml README.md ./
COPY mailbot mailbot
COPY rules rules
COPY templates templates
COPY db db
RUN /build/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.11-slim-bookworm
COPY requirements/base.txt /tmp/base.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/base.txt && rm /tmp/base.txt
COPY --from=build /wheels /tmp/wheels
RUN pip install --no-cache-dir --no-deps /tmp/wheels/*.whl && rm -r /tmp/wheels
RUN useradd --system --uid 10001 --create-home --home-dir /data mailbot
USER 10001
WORKDIR /data
VOLUME /data
ENV MAILBOT_CONFIG=/data/mailbot.toml PYTHONUNBUFFERED=1
HEALTHCHECK --interval=1m --timeout=20s --start-period=2m CMD ["mailbot", "status"]
ENTRYPOINT ["mailbot"]
CMD ["run"]
