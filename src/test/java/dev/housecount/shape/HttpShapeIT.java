package dev.housecount.shape;

import java.util.Map;

class HttpShapeIT extends ApiShape {
  @Override
  Api start(Map<String, String> settings) {
    return new HttpApi(settings);
  }
}
