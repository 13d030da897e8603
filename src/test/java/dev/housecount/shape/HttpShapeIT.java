package dev.housecount.shape;

import java.util.HashMap;
import java.util.Map;

class HttpShapeIT extends ApiShape {
  @Override
  Api start(Map<String, String> settings) {
    Map<String, String> ofServer = new HashMap<>(settings);
    ofServer.put("AWS_ENDPOINT_URL", aws.endpointOfServer());
    return new HttpApi(ofServer);
  }
}
