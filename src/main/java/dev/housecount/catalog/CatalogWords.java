package dev.housecount.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.bytes.Deflated;

/** What catalogs often say, so that it need not be stored each time. */
final class CatalogWords {
  /** Part of the format of all that is stored deflated. Frequent words last. */
  static final Deflated DEFLATED =
      new Deflated(
          ("metadata.annotations.metadata.labels.metadata.tags spec.system spec.domain spec.profile."
                  + "backstage.io/time-saved internal public external database bucket queue topic "
                  + "infrastructure data-pipeline mobile frontend backend worker gateway platform "
                  + "payments orders billing search identity notification analytics monitoring "
                  + "documentation template resource domain location openapi asyncapi graphql grpc "
                  + "system api organization department division guild squad tribe team sub-department "
                  + "deprecated experimental production library website service component default "
                  + "user:default/group:default/")
              .getBytes(UTF_8));

  private CatalogWords() {}
}
