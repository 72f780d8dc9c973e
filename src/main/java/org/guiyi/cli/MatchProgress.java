package org.guiyi.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.guiyi.matching.LinkageProgress;

/** A progress bar on the error stream for {@code guiyi match}. */
final class MatchProgress implements LinkageProgress, AutoCloseable {

    private final ProgressBar bar = new ProgressBarBuilder()
            .setTaskName("归并 match")
            .setInitialMax(1)
            .setUpdateIntervalMillis(200)
            .setStyle(ProgressBarStyle.ASCII)
            .setMaxRenderedLength(110)
            .build();

    @Override
    public void at(Stage stage, long done, long total) {
        bar.maxHint(Math.max(1, total));
        bar.stepTo(done);
        bar.setExtraMessage(
                switch (stage) {
                    case ENCODING -> " 编码 encoding";
                    case TRAINING -> " 训练 training";
                    case BLOCKING -> " 分块 blocking";
                    case SCORING -> " 比较 comparing";
                    case CLUSTERING -> " 聚类 clustering";
                });
    }

    @Override
    public void close() {
        bar.stepTo(bar.getMax());
        bar.close();
    }
}
