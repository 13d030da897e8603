package dev.housecount.edge.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * One call, {@code GetSecretValue}, signed with what the DynamoDB client brings anyway: the SDK's
 * client for Secrets Manager would make the native function larger and its start slower.
 */
public final class SecretsManager {
  private static final String SERVICE = "secretsmanager";
  private static final String MEDIA_TYPE = "application/x-amz-json-1.1";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ARN_PARTS = 7;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(3);

  private final Map<String, String> environment;
  private final AwsCredentialsProvider credentials;

  /**
   * @param environment where AWS_ENDPOINT_URL_SECRETS_MANAGER or AWS_ENDPOINT_URL, as the SDKs know
   *     them, may name an endpoint other than AWS's own
   */
  public SecretsManager(Map<String, String> environment, AwsCredentialsProvider credentials) {
    this.environment = Map.copyOf(environment);
    this.credentials = credentials;
  }

  /**
   * The secret's text.
   *
   * @throws IllegalStateException when it cannot be had; says why and what to do, never the text
   */
  public String read(String arn) {
    String[] parts = arn.split(":", -1);
    if (parts.length != ARN_PARTS || !parts[0].equals("arn") || !parts[2].equals(SERVICE)) {
      throw new IllegalStateException(
          "\""
              + arn
              + "\" is not the ARN of a secret: arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME");
    }
    try (SdkHttpClient http =
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build()) {
      return text(arn, call(http, arn, parts[3], endpoint(parts[1], parts[3])));
    } catch (IOException e) {
      throw new IllegalStateException(
          "Secrets Manager cannot be reached for " + arn + ": " + e.getMessage(), e);
    }
  }

  private URI endpoint(String partition, String region) {
    String general = environment.get("AWS_ENDPOINT_URL");
    String given = environment.getOrDefault("AWS_ENDPOINT_URL_SECRETS_MANAGER", general);
    String domain = partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return URI.create(given == null ? "https://" + SERVICE + "." + region + "." + domain : given);
  }

  private HttpExecuteResponse call(SdkHttpClient http, String arn, String region, URI endpoint)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(Map.of("SecretId", arn));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", MEDIA_TYPE)
            .putHeader("X-Amz-Target", SERVICE + ".GetSecretValue")
            .build();
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(body);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return http.prepareRequest(
            HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(payload)
                .build())
        .call();
  }

  private static String text(String arn, HttpExecuteResponse response) throws IOException {
    JsonNode answer;
    try (InputStream body = response.responseBody().orElseThrow(IOException::new)) {
      answer = JSON.readTree(new String(body.readAllBytes(), UTF_8));
    }
    if (response.httpResponse().isSuccessful() && answer.path("SecretString").isTextual()) {
      return answer.path("SecretString").asText();
    }
    throw new IllegalStateException(
        "Secrets Manager refused "
            + arn
            + " with "
            + response.httpResponse().statusCode()
            + " "
            + answer.path("__type").asText()
            + "; the function's role needs secretsmanager:GetSecretValue on a secret that is a text");
  }
}
