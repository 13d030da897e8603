package dev.housecount.shape;

/** Housecount in one of its shapes. */
interface Api extends AutoCloseable {
  Response send(Request request);

  @Override
  void close();
}
