package dev.housecount.shape;

class NativeFunctionShapeIT extends FunctionShape {
  @Override
  Function function() {
    return Function.ofNative();
  }
}
