package org.guiyi.linkfile;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.Model;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the report's charts as SVG to be put into a page. */
final class Charts {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 360;

    /** As many numbers as fit side by side under the axis. */
    private static final int MOST_LABELS = 30;

    private Charts() {}

    /** How many pairs have each weight, in whole bits. */
    static String weights(List<Integer> bits, List<Long> pairs) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Match weights 匹配权重")
                .xAxisTitle("bits")
                .yAxisTitle("pairs 对数")
                .build();
        chart.getStyler().setLegendVisible(false);
        if (bits.size() > MOST_LABELS) {
            chart.getStyler().setXAxisMaxLabelCount(MOST_LABELS / 2);
        }
        chart.addSeries("pairs", bits, pairs);
        return svg(chart);
    }

    /** m and u of every level of one comparison. */
    static String levels(String comparison, List<Model.Level> levels) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH / 2)
                .height(HEIGHT * 2 / 3)
                .title(comparison)
                .build();
        chart.getStyler().setXAxisLabelRotation(25).setLegendPosition(LegendPosition.InsideNE);
        List<String> names = levels.stream().map(Model.Level::level).toList();
        chart.addSeries("m", names, levels.stream().map(Model.Level::m).toList());
        chart.addSeries("u", names, levels.stream().map(Model.Level::u).toList());
        return svg(chart);
    }

    static String precisionAndRecall(List<Evaluation.AtThreshold> sweep) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Precision and recall by threshold 阈值与准确率、召回率")
                .xAxisTitle("threshold, bits")
                .build();
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0).setLegendPosition(LegendPosition.InsideSW);
        List<Double> thresholds = new ArrayList<>();
        List<Double> precision = new ArrayList<>();
        List<Double> recall = new ArrayList<>();
        for (Evaluation.AtThreshold at : sweep) {
            thresholds.add(at.threshold());
            precision.add(at.pairs().precision());
            recall.add(at.pairs().recall());
        }
        chart.addSeries("precision", thresholds, precision).setMarker(SeriesMarkers.NONE);
        chart.addSeries("recall", thresholds, recall).setMarker(SeriesMarkers.NONE);
        return svg(chart);
    }

    /** Precision over recall. */
    static String precisionOverRecall(List<Evaluation.AtThreshold> sweep) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Precision over recall 准确率－召回率曲线")
                .xAxisTitle("recall 召回率")
                .yAxisTitle("precision 准确率")
                .build();
        chart.getStyler().setLegendVisible(false);
        List<Evaluation.AtThreshold> said =
                sweep.stream().filter(at -> at.pairs().said() > 0).toList();
        if (said.isEmpty()) {
            return "";
        }
        chart.addSeries(
                        "pairs",
                        said.stream().map(at -> at.pairs().recall()).toList(),
                        said.stream().map(at -> at.pairs().precision()).toList())
                .setMarker(SeriesMarkers.CIRCLE);
        return svg(chart);
    }

    private static String svg(Chart<?, ?> chart) throws IOException {
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.substring(text.indexOf("<svg"));
    }
}
