package dev.goldenpath.compare;

/** The standard normal distribution. */
final class Normal {
    private static final double SERIES_BELOW = 4;
    private static final int FRACTIONS = 200;
    private static final double CENTRE = 0.425;
    private static final double[] NEAR = {
        2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
        13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665
    };
    private static final double[] NEAR_BELOW = {
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1
    };
    private static final double[] FAR = {
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835
    };
    private static final double[] FAR_BELOW = {
        1.0507500716444169e-9,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1
    };

    private Normal() {}

    /** How likely a value above {@code z} is. */
    static double above(double z) {
        if (z < 0) {
            return 1 - above(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z > SERIES_BELOW) {
            double fraction = z;
            for (int i = FRACTIONS; i > 0; i--) {
                fraction = z + i / fraction;
            }
            return density / fraction;
        }
        double term = z;
        double sum = z;
        for (int i = 3; term > sum * 1e-17; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 - density * sum;
    }

    /**
     * The value below which this share of all lie: algorithm AS 241 of Wichura (1988), to 15 digits.
     *
     * @param share between 1e-11 and 1 - 1e-11
     */
    static double quantile(double share) {
        double q = share - 0.5;
        if (Math.abs(q) <= CENTRE) {
            double r = CENTRE * CENTRE - q * q;
            return q * polynomial(NEAR, r) / polynomial(NEAR_BELOW, r);
        }
        double r = Math.sqrt(-Math.log(Math.min(share, 1 - share))) - 1.6;
        return Math.signum(q) * polynomial(FAR, r) / polynomial(FAR_BELOW, r);
    }

    /** With these factors, that of the highest power first. */
    private static double polynomial(double[] factors, double x) {
        double sum = 0;
        for (double factor : factors) {
            sum = sum * x + factor;
        }
        return sum;
    }
}
