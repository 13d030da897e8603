package dev.housecount.scrub.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.Detection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {
  private static final int MEGABYTE = 1 << 20;

  static Stream<Arguments> values() {
    return Stream.of(
            of(
                FindKind.EMAIL,
                "alice@acme.test",
                "alice.b+c@mail.acme.co.uk",
                "alice%40acme.test",
                "alice%2540acme.test",
                "alice%252540acme.test",
                "alice&#64;acme.test",
                "alice&commat;acme.test",
                "alice\\" + "u0040acme.test",
                "ａｌｉｃｅ＠ａｃｍｅ．ｔｅｓｔ",
                "ali​ce@acme.test",
                "\"john doe\"@acme.test",
                "bounce+alice=acme.test@list.test",
                "root@10.1.2.3",
                "root@[10.1.2.3]",
                "用户@例子.广告",
                "jürgen@exämple.test",
                "o'brien@acme.test",
                "\"at\\@home\"@acme.test"),
            of(
                FindKind.IP,
                "10.1.2.3",
                "8.8.8.8",
                "192.168.1.17",
                "2001:db8::1",
                "2001:DB8:0:0:0:FF00:42:8329",
                "fe80::1%eth0",
                "::ffff:192.0.2.128",
                "64:ff9b::192.0.2.33",
                "１０.１.２.３"),
            of(
                FindKind.MAC,
                "00:1A:2B:3C:4D:5E",
                "00-1a-2b-3c-4d-5e",
                "001a.2b3c.4d5e",
                "00-1a-2b-ff-fe-3c-4d-5e",
                "001a.2bff.fe3c.4d5e",
                "00 1a 2b 3c 4d 5e"),
            of(
                FindKind.CARD,
                "4111111111111111",
                "4111 1111 1111 1111",
                "5555-5555-5555-4444",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "6011111111111117",
                "3530111333300000",
                "4222222222222",
                "3501230000000001",
                "676230000009",
                "135400000000000",
                "٤١١١ ١١١١ ١١١١ ١١١١",
                "４１１１１１１１１１１１１１１１"),
            of(
                FindKind.IBAN,
                "DE89370400440532013000",
                "DE89 3704 0044 0532 0130 00",
                "gb29nwbk60161331926819",
                "MT84MALT011000012345MTLCAST001S",
                "NO9386011117947"),
            of(
                FindKind.PHONE,
                "+49 30 12345678",
                "+1 (415) 555-2671",
                "+1-555-123-4567",
                "0049 170 1234567",
                "(415) 555-2671",
                "415-555-2671",
                "415.555.2671 x123",
                "030 12345678",
                "0170/1234567",
                "06 12 34 56 78",
                "07700 900123",
                "020 7946 0958",
                "(11) 98765-4321",
                "8 (912) 345-67-89",
                "138 1234 5678",
                "98765 43210",
                "(+49) 30 12345678",
                "(415)555-2671x42",
                "+1-415-555-2671x4242",
                "0142681234",
                "09812345678",
                "21 3456-7890",
                "+683 4321",
                "+33 (0)6 12 34 56 78",
                "001-415-555-2671x42",
                "+54 9 3612 4455",
                "600 123 456",
                "22 123 45 67",
                "8 495 123 4567",
                "08-62 24 15",
                "0 32 212 34 56",
                "23/123-4567",
                "6912 345 678"),
            of(
                FindKind.NATIONAL_ID,
                "078-05-1120",
                "AB 12 34 56 C",
                "AB123456C",
                "86095742719",
                "86 095 742 719",
                "12345678Z",
                "X1234567L",
                "RSSMRA85T10A562S",
                "529.982.247-25",
                "44051401359",
                "811228-9874",
                "131052-308T",
                "756.9217.0769.85",
                "2345 6789 0124",
                "11010519491231002X",
                "S1234567D",
                "130-692-544",
                "943 476 5919",
                "934-12-4321",
                "198112189876",
                "X1234567-L"),
            of(
                FindKind.JWT,
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"),
            of(FindKind.AWS_KEY, "AKIAIOSFODNN7EXAMPLE", "ASIAABCDEFGHIJKLMNOP"),
            of(
                FindKind.TOKEN,
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz",
                "glpat-abcdefghij1234567890",
                "xoxb-123456789012-abcdefghij",
                "sk_live_abcdefghijklmnop",
                "npm_abcdefghijklmnopqrstuvwxyz0123456789",
                "hvs.CAESIJ1234567890abcdefgh",
                "gloas-0123456789abcdefghij",
                "dapi0123456789abcdef0123456789abcdef-2",
                "sk-admin-abcdefghij0123456789",
                "pscale_pw_abcdefghijklmnopqrstuvwx0123",
                "API-ABCDEFGHIJKLMNOPQRSTUVWX12",
                "hooks.slack.com/services/T0123/B0123/abcdefghij0123"))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("values")
  void find_oneValue_alone(FindKind kind, String value) {
    assertThat(Detection.find(value)).containsExactly(new Find(kind, 0, value.length()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void find_oneValue_betweenWords(FindKind kind, String value) {
    assertThat(Detection.find("who is (" + value + ")?"))
        .containsExactly(new Find(kind, 8, 8 + value.length()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void find_kindThatIsNotEnabled_isNotFound(FindKind kind, String value) {
    Set<FindKind> others = EnumSet.copyOf(FindKind.DEFAULT);
    others.remove(kind);
    assertThat(Detection.of(others).find(value)).extracting(Find::kind).doesNotContain(kind);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("password=hunter2", "password=<secret>"),
        Arguments.of("db_password: hunter2", "db_password: <secret>"),
        Arguments.of("password => \"hunter\"", "password => \"<secret>\""),
        Arguments.of("'authorization' => 'abc def'", "'authorization' => '<secret>'"),
        Arguments.of(":api_key=>\"hunter two\", :x", ":api_key=>\"<secret>\", :x"),
        Arguments.of("token := \"abc def\"", "token := \"<secret>\""),
        Arguments.of("owner:00-1a-2b-3c-4d-5e", "owner:<mac>"),
        Arguments.of("mac:00:1a:2b:3c:4d:5e", "mac:<mac>"),
        Arguments.of("iface:2001:db8::1", "iface:<ip>"),
        Arguments.of("basic dXNlcjpwYXNz", "<secret>"),
        Arguments.of(
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "aws_secret_access_key = <secret>"),
        Arguments.of(
            "{\"password\":\"hunter2 and more\",\"user\":\"x\"}",
            "{\"password\":\"<secret>\",\"user\":\"x\"}"),
        Arguments.of("{\\\"password\\\":\\\"hunter2\\\"}", "{\\\"password\\\":\\\"<secret>\\\"}"),
        Arguments.of("--password hunter2 --user x", "--password <secret> --user x"),
        Arguments.of("my password is hunter2", "my password is <secret>"),
        Arguments.of("<password>hunter2</password>", "<password><secret></password>"),
        Arguments.of("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic <secret>"),
        Arguments.of("curl -H 'X-Api-Key: abcdef123456'", "curl -H 'X-Api-Key: <secret>'"),
        Arguments.of("Bearer abc123def456", "<secret>"),
        Arguments.of("Bearer abcdefghijklmnopqrstuvwxyz012345", "<secret>"),
        Arguments.of(
            "AccountKey=abc+def/ghi==;EndpointSuffix=x", "AccountKey=<secret>;EndpointSuffix=x"),
        Arguments.of("Cookie: JSESSIONID=abc123", "Cookie: <secret>"),
        Arguments.of("postgres://app:s3cr3t@db:5432/x", "postgres://db:5432/x"),
        Arguments.of("https://alice:p?w@portal.test/a", "https://portal.test/a"),
        Arguments.of("postgres://u:p#w/x@host/db", "postgres://host/db"),
        Arguments.of("//alice:pw@portal.test/a", "//portal.test/a"),
        Arguments.of(
            "-----BEGIN RSA PRIVATE KEY-----\\nMIIB\\n-----END RSA PRIVATE KEY----- x",
            "<secret> x"),
        Arguments.of("x -----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXk", "x <secret>"),
        Arguments.of("电话13812345678号", "电话<phone>号"),
        Arguments.of("call me at 5551234567", "call me at <phone>"),
        Arguments.of("mobileNumber: 5551234567", "mobileNumber: <phone>"),
        Arguments.of("我的手机13812345678", "我的手机<phone>"),
        Arguments.of("reach me on 5551234567 please", "reach me on <phone> please"),
        Arguments.of(
            "Authorization: Api-Token 0c9f1d7e5a4b4c3d", "Authorization: Api-Token <secret>"),
        Arguments.of("curl -u admin:s3cret http://x.test", "curl -u <secret> http://x.test"),
        Arguments.of("curl --user 'a:b c' x", "curl --user '<secret>' x"),
        Arguments.of("password='Bearer ${TOKEN}' b", "password='Bearer ${TOKEN}' b"),
        Arguments.of("tel:+14155552671", "tel:<phone>"),
        Arguments.of("rrn 9501011234567", "rrn <id>"),
        Arguments.of("[2001:db8::1]:443", "[<ip>]:443"),
        Arguments.of("host 10.1.2.3:8080 down", "host <ip>:8080 down"),
        Arguments.of("mailto:alice@intranet", "mailto:<email>"),
        Arguments.of("email=alice@acme.test", "email=<email>"),
        Arguments.of("IBAN:NL91ABNA0417164300.", "IBAN:<iban>."),
        Arguments.of(
            "4111 1111 1111 1111 or alice@acme.test, 10.1.2.3", "<card> or <email>, <ip>"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void scrub_replacesOnlyTheValue(String text, String scrubbed) {
    assertThat(Detection.scrub(text)).isEqualTo(scrubbed);
    assertThat(Detection.scrub(scrubbed)).isEqualTo(scrubbed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka",
        "payments-api v2",
        "ISO 20022",
        "1.2.3",
        "10.0.0.0/8",
        "192.168.0.0/16 subnet",
        "C#",
        "how do I deploy?",
        "component:default/petstore",
        "component:default/550e8400-e29b-41d4-a716-446655440000",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "@backstage/core-plugin-api",
        "@backstage/core@1.2.3",
        "react@18.2.0-beta.1",
        "localhost:8080",
        "127.0.0.1:3000",
        "RFC 9562",
        "ABC-12345",
        "2024-11-22",
        "2024-11-22 10:15:30",
        "2024-11-22T10:15:30.123Z",
        "22.11.2024 12:30",
        "11/22/2024",
        "order 123456789012",
        "build 20241122.1",
        "build 20241122-1530",
        "nginx-1.2.3.4",
        "version 1.2.3.4",
        "v1.2.3.4",
        "Chrome/120.0.6099.109",
        "std::vector<int>",
        "a::b",
        "12:30:45",
        "git@github.com:backstage/backstage.git",
        "payments-api-7d9f8b6c5d-x2x7k",
        "ip-10-0-0-1.ec2.internal",
        "1700000000000",
        "1763800000",
        "4f3c2b1a0e9d8c7b6a5f4e3d2c1b0a9f8e7d6c5b",
        "5 000 000 000 requests",
        "1,234,567,890",
        "port 8080-9090",
        "what is oauth2?",
        "token: how to get one",
        "basic authentication",
        "basic auth2024setup",
        "bearer auth2024setup",
        "token => how it works",
        "key-management-service-v2-prod-eu",
        "password reset 2024",
        "service.namespace.svc.cluster.local",
        "kubernetes 1.29.4 upgrade",
        "CVE-2024-12345",
        "arn:aws:iam::123456789012:role/deploy",
        "s3://bucket/path",
        "icon@2x.png",
        "日本語 検索",
        "naïve café",
        "🎉 release 3.2.1 🎉",
        "+1 for this",
        "GMT+0200",
        "2024.11.22",
        "1.2.3.4.5",
        "0.0.0.0:8080",
        "10:00-11:30",
        "pi 3.14159265358979",
        "JIRA-1234567",
        "INC0012345678",
        "E = mc^2",
        "50% off",
        "a=b&c=d",
        "password=${DB_PASSWORD}",
        "page 1 of 12345678",
        "2024/11/22/build-0042",
        "x86_64-linux-gnu-9.4.0",
        "uid 1000 gid 1000",
        "AKS vs EKS",
        "Bearer token authentication",
        "node@20",
        "image:tag@sha256:abcdef",
        "foo@1.0.0",
        "user@",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "commit 12345678z",
        "in 11 2023-2024",
        "order 560000000001",
        "API-GATEWAY-2024",
        "if: env.HAS_TOKEN == 'true'",
        "export API_TOKEN=$(cat token)",
        "--password string   the repository's password",
        "--kube-token string",
        "--docker-password=DOCKER_PASSWORD",
        "--hide-secret flag.",
        "--automount-service-account-token    Auto-mount it",
        "opts.Token = strings.TrimSpace(text)",
        "secret = secretName[1]",
        "Authorization: Bearer $token",
        "Secret: https://docs.acme.test/secrets",
        "token: $slack-token",
        "Cluster Credentials:**",
        "-v $PWD:/source:z",
        "docker run -u 1000:1000 app",
        "git push -u origin main",
        "ssh://git@github.test/acme/petstore",
        "//div[@class='x']",
        "perl-Math-0.500.900-460.el9",
        "CHANGELOG.md#0140--2015-06-01",
        "0.0 0.001 0.002 0.01 0.1",
        "0123456789",
        "123 456 000",
        "123-456-789",
        "/runs/0412345678",
        "2024-11-22-1530",
        "10 20 30 40 50 60",
        "0a 1b 2c 3d 4e 5f 6a"
      })
  void find_whatIsNobodys_isNotFound(String text) {
    assertThat(Detection.find(text)).isEmpty();
  }

  @Test
  void find_uuid_onlyWhereItIsWanted_andNothingInIt() {
    String uuid = "12345678-0612-3456-7890-415555267112";
    assertThat(Detection.find(uuid)).isEmpty();
    assertThat(Detection.of(EnumSet.allOf(FindKind.class)).find(uuid))
        .containsExactly(new Find(FindKind.UUID, 0, uuid.length()));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {4111111111111111d, 378282246310005d, 4915112345678d, 14155552671d, 4155552671d})
  void kindOf_cardsAndPhones(double number) {
    assertThat(Detection.of(FindKind.DEFAULT).kindOf(number)).isNotNull();
    assertThat(Detection.of(EnumSet.of(FindKind.EMAIL)).kindOf(number)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -1,
        42.5,
        1e-9,
        1e300,
        20241122,
        1763800000,
        1763800000123d,
        1763800000123456d,
        9007199254740991d,
        4294967296d,
        Double.MIN_VALUE
      })
  void kindOf_countsTimesAndSizes(double number) {
    assertThat(Detection.of(FindKind.DEFAULT).kindOf(number)).isNull();
  }

  /** What is quadratic here takes hours, what is linear less than a second. */
  @ParameterizedTest
  @MethodSource("dev.housecount.testing.HostileText#patterns")
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void find_hostileText_ends(String pattern) {
    String text = pattern.repeat(MEGABYTE / pattern.length());
    assertThat(Detection.of(EnumSet.allOf(FindKind.class)).find(text)).isNotNull();
  }

  private static List<Arguments> of(FindKind kind, String... values) {
    return Stream.of(values).map(value -> Arguments.of(kind, value)).toList();
  }
}
