import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";
import { householdOf, isWithin, type NetworkRange, networkAddressOf, networkRangeOf } from "./network-address.ts";

const rangeOf = (text: string): NetworkRange => {
  const range = networkRangeOf(text);
  if (range === null) throw new Error(`${text} is no range`);
  return range;
};
const household = (text: string): string | null => {
  const address = networkAddressOf(text);
  return address && householdOf(address);
};

describe("an address of a network", () => {
  it("is read however sockets and proxies write it", () => {
    expect(household("192.0.2.7")).toBe("192.0.2.7");
    expect(household(" 192.0.2.7:4711 ")).toBe("192.0.2.7");
    expect(household("::ffff:192.0.2.7")).toBe("192.0.2.7");
    expect(household("[2001:db8:1:2:3:4:5:6]:443")).toBe("2001:db8:1:2::/64");
    expect(household("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(household("::1")).toBe("0:0:0:0::/64");
    expect(household("64:ff9b::192.0.2.33")).toBe("64:ff9b:0:0::/64");
  });

  it("is nothing else", () => {
    const others = [
      "",
      "unknown",
      "1.2.3",
      "1.2.3.256",
      "01.2.3.4",
      "1.2.3.4.5",
      "::1::",
      ":::",
      "1:2:3:4:5:6:7",
      "g::1",
    ];
    for (const text of [...others, "1:2:3:4:5:6:7:8:9", "::1.2.3.400", "example.org"])
      expect(networkAddressOf(text), text).toBeNull();
  });

  it("is within the ranges of its own kind that begin as it does", () => {
    const within = (address: string, range: string): boolean => {
      const read = networkAddressOf(address);
      return read !== null && isWithin(read, rangeOf(range));
    };
    expect(within("10.9.8.7", "10.0.0.0/8")).toBe(true);
    expect(within("11.0.0.0", "10.0.0.0/8")).toBe(false);
    expect(within("::ffff:10.9.8.7", "10.0.0.0/8")).toBe(true);
    expect(within("2001:db8::1", "2001:db8::/32")).toBe(true);
    expect(within("2001:db9::1", "2001:db8::/32")).toBe(false);
    expect(within("0.0.0.1", "::/0")).toBe(false);
    for (const text of ["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "/8", "10.0.0.0/-1"])
      expect(networkRangeOf(text), text).toBeNull();
  });
});

describe("the address of a client", () => {
  const proxies = ["127.0.0.1", "10.0.0.0/8"].map(rangeOf);

  it("is that of the connection, whatever a stranger writes into X-Forwarded-For", () => {
    expect(clientAddress("198.51.100.4", "203.0.113.9", proxies)).toBe("198.51.100.4");
    expect(clientAddress("198.51.100.4", "203.0.113.9", [])).toBe("198.51.100.4");
    expect(clientAddress("127.0.0.1", "203.0.113.9", [])).toBe("127.0.0.1");
  });

  it("is the last one before the proxies that are trusted, and not what was written before it", () => {
    expect(clientAddress("127.0.0.1", "203.0.113.9", proxies)).toBe("203.0.113.9");
    expect(clientAddress("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.7", proxies)).toBe("203.0.113.9");
    expect(clientAddress("::ffff:127.0.0.1", "1.1.1.1, 2001:db8::5", proxies)).toBe("2001:db8:0:0::/64");
  });

  it("is that of the last proxy known where nothing can be read before it", () => {
    expect(clientAddress("127.0.0.1", "203.0.113.9, nonsense", proxies)).toBe("127.0.0.1");
    expect(clientAddress("127.0.0.1", "", proxies)).toBe("127.0.0.1");
    expect(clientAddress("127.0.0.1", null, proxies)).toBe("127.0.0.1");
    expect(clientAddress(null, "203.0.113.9", proxies)).toBe("unknown");
  });

  it("of IPv6 is the network of its household: who owns 64 bits of addresses is one", () => {
    expect(clientAddress("2001:db8:0:7::1", null, [])).toBe(clientAddress("2001:db8:0:7:ffff::2", null, []));
    expect(clientAddress("2001:db8:0:7::1", null, [])).not.toBe(clientAddress("2001:db8:0:8::1", null, []));
  });
});
