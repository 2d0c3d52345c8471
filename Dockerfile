# newsgraph as an image: `docker build -t newsgraph .`, then
#   docker run --rm --read-only -v "$PWD:/work" newsgraph export news/ -o graph.graphml
# scripts/image builds it, looks at its size and runs it. The user inside is 10001; where the folder is not writable for it,
# add --user "$(id -u):$(id -g)".
FROM debian:12-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
WORKDIR /source
COPY scripts/packages scripts/packages
# What the build needs, and of what is optional the page's; pictures need Graphviz's plugins and fonts, 60 MB, and are left out.
RUN grep -vE '^#|(tests|optional)$|graphviz' scripts/packages | xargs apt-get install -y --no-install-recommends \
  && apt-get install -y --no-install-recommends nodejs npm
COPY . .
RUN cmake -S . -B /build -G Ninja -DCMAKE_BUILD_TYPE=Release -DNEWSGRAPH_TESTS=OFF -DNEWSGRAPH_PCH=ON \
    -DNEWSGRAPH_GRAPHVIZ=OFF --log-level=WARNING \
  && cmake --build /build --target newsgraph \
  && install -D -s /build/src/cli/newsgraph /image/usr/local/bin/newsgraph \
  && install -D -m 644 LICENSE packaging/copyright -t /image/usr/local/share/doc/newsgraph \
  # the shared libraries that the program loads, as the dynamic linker names them, but for those of the base image
  && ldd /build/src/cli/newsgraph | awk '$3 ~ /^\// { print $3 }' | grep -vE '/(libc|libm|libgcc_s|libstdc\+\+)\.so' \
    | xargs -I{} cp -L --parents {} /image

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /image /
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/newsgraph"]
CMD ["--help"]
